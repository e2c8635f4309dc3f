/** Addresses that hand an invitation on: plain links, no platform's script. */
export interface ShareLinks {
  readonly mail: string;
  readonly facebook: string;
  readonly linkedin: string;
  readonly teams: string;
  readonly whatsapp: string;
}

export interface Message {
  readonly subject: string;
  /** Holds the link. */
  readonly text: string;
  readonly link: string;
}

/** Facebook and LinkedIn take an address only; the others the whole message. Nothing is sent before a person does so there. */
export function shareLinks({ subject, text, link }: Message): ShareLinks {
  const mailBody = text.replaceAll('\n', '\r\n'); // RFC 6068 §5
  return {
    mail: `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(mailBody)}`,
    facebook: `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(link)}`,
    linkedin: `https://www.linkedin.com/sharing/share-offsite/?url=${encodeURIComponent(link)}`,
    teams: `https://teams.microsoft.com/share?href=${encodeURIComponent(link)}&msgText=${encodeURIComponent(text)}`,
    whatsapp: `https://wa.me/?text=${encodeURIComponent(text)}`,
  };
}
