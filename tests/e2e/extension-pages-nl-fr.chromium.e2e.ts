import { LANGUAGES } from '@/utils/language/languages';
import { testExtensionPages } from './support/extension-pages';

testExtensionPages(LANGUAGES.slice(0, 2));
