import { goesThroughEditor } from './editor/way';

describe("a person's way through the editor of n8n 2", () => goesThroughEditor('current'));
