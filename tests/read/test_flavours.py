import pytest

from lint.model.text import MASK
from lint.read import read

CASES = [
    # MDX
    ("mdx", "import Chart from './chart'\nimport {\n  Tar,\n} from './x'\nexport const a = [\n  1,\n]\n\nTar is hot.\n",
     ["Tar is hot."]),
    ("mdx", "Tar <Chart year={2018} color=\"#fc\" /> is {props.kind} hot{/* not so */}.\n", ["Tar  is  hot."]),
    ("mdx", "<Tabs>\n  <TabItem value={{a: 1}}>\n\nTar is hot.\n\n  </TabItem>\n</Tabs>\n", ["Tar is hot."]),
    ("mdx", "{list.map((one) =>\n  <li>{one}</li>\n)}\n\nTar.\n", ["Tar."]),
    ("mdx", "```js\nconst {a} = b\n```\n", ["const {a} = b\n"]),
    ("md", "A {brace} stays.\n", ["A {brace} stays."]),
    # Hugo
    ("md", "{{< figure src=\"a.png\" title=\"Wrd\" >}}\n\nTar {{% note %}}is hot{{% /note %}}.\n",
     [f"Tar {MASK}is hot{MASK}."]),
    ("md", "{{< highlight go \"lines=1\" >}}\nfunc x() {}\n{{< /highlight >}}\n\nTar.\n", ["Tar."]),
    # WordPress, and marks of a house's own
    ("md", "[reel=https://quay.example/v?t=1&w=600]\n\n[reel https://quay.example/v]\n\nTar.\n", ["Tar."]),
    ("md", "[frame id=\"a1\" align=left width=600]Tar.[/frame] See [tar](a.md) and [oars].\n",
     ["Tar. See tar and [oars]."]),
    ("md", "[code lang=\"sh\"]\nif [ -z $1 ; then\n[/code]\n\nTar.\n", ["Tar."]),
    ("md", "=CODE_START=\n\nif [ -z $1 ; then\n\n=CODE_END=\n\nTar.\n", ["Tar."]),
    ("md", "The [code] of the quay.\n", ["The [code] of the quay."]),
    # Jekyll and Liquid
    ("md", "{% capture x %}\nTar [is]({% post_url 2024-05-02-tar %}) hot.\n{% endcapture %}\n", ["Tar is hot."]),
    ("md", "{% raw %}\n\nTar is `{{x}}`.\n\n{% endraw %}\n", [f"Tar is {MASK}."]),
    ("md", "{% raw %}{{ x }}{% endraw %}\n\nTar {{ page.kind | upcase }}.\n", [f"Tar {MASK}."]),
    # Obsidian
    ("md", "Tar ![[oar.png|300]] is %%not%% hot. ^a1b2c3\n", ["Tar  is  hot."]),
    ("md", "> [!tip]+ On tar\n> Tar is hot.\n", ["On tar\nTar is hot."]),
    ("md", "> [!NOTE]\n> Tar is hot.\n", ["Tar is hot."]),
    # MkDocs and Docusaurus
    ("md", "!!! note \"Mind\"\n    Tar is hot.\n\n    So is [pitch](p.md).\n\nOars.\n",
     ["Tar is hot.", "So is pitch.", "Oars."]),
    ("md", "???+ tip\n    Tar is hot.\n", ["Tar is hot."]),
    ("md", "=== \"Tar\"\n\n    Tar is hot.\n", ["Tar is hot."]),
    ("md", "[TOC]\n\n--8<-- \"part.md\"\n\nTar.\n", ["Tar."]),
    ("md", ":::tip[Mind]\n\nTar is hot.\n\n:::\n", ["Tar is hot."]),
    ("md", "::: {.callout-note}\nTar is hot.\n:::\n", ["Tar is hot."]),
    # MyST
    ("md", "````{note}\n:class: x\n\nTar is hot.\n\n```{code-block} sh\nls\n```\n````\n\nOars.\n",
     ["Tar is hot.", "ls", "Oars."]),
    ("md", "```{tip}\nTar is hot.\n", ["Tar is hot."]),
    ("md", "A heading\n===\n\nTar: 1 ::: 2.\n", ["A heading", "Tar: 1 ::: 2."]),
    # kramdown
    ("md", "Tar is *hot*{: .red}.\n{: .big #tar key=\"x\"}\n\n- oar\n{:.list}\n\n## Keel {: #keel}\n",
     ["Tar is hot.", "oar", "Keel"]),
    ("md", "{::nomarkdown}\n{:/}\n\nTar.\n", ["Tar."]),
]  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(("suffix", "text", "wanted"), CASES)
def test_only_prose_is_read(suffix: str, text: str, wanted: list[str], end: str) -> None:
    (post,) = read(f"a.{suffix}", text.replace("\n", end).encode())
    told = [block.prose.text for block in post.blocks if block.prose.text.strip()]
    assert [" ".join(text.split()) for text in told] == [" ".join(text.split()) for text in wanted]


def test_places_stay() -> None:
    text = '!!! note "Mind"\n    Tar is hot.\n'
    (post,) = read("a.md", text.encode())
    home = post.blocks[0].prose.home(0, 3)
    assert text[home.start : home.end] == "Tar"
