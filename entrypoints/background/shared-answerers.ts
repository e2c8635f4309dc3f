import type { SharedReplies } from '@/utils/messaging/shared-messages';
import type { Answerers } from './answer-messages';
import * as responses from './answers/responses';
import * as shared from './answers/shared';
import type { Services } from './services';

/** Who answers about what others asked and shared, and what came back on one's own. */
export function sharedAnswerers(services: Services): Pick<Answerers, keyof SharedReplies> {
  return {
    'question:open': (request, caller) => shared.openOnes(services, request, caller),
    'shared:answer': ({ sharedId }, caller) => shared.begin(services, sharedId, 'answer', caller),
    'shared:reuse': ({ sharedId }, caller) => shared.begin(services, sharedId, 'reuse', caller),
    'shared:thank': (request) => shared.thank(services, request),
    'responses:read': (request, caller) => responses.read(services, request, caller),
    'responses:told': (request) => responses.told(services, request),
    'reply:answer': (request, caller) => responses.answerReply(services, request, caller),
    'reply:thank': (request) => responses.thankReply(services, request),
  };
}
