"""Archive files: a post in one has a path of its own, and the index forgets it with the file."""

import io
import zipfile


def export(**posts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("posts.csv", "post_id,title\n")
        for name, text in posts.items():
            archive.writestr(f"posts/1.{name}.html", text)
    return out.getvalue()


def places(done):
    return [(item["path"], item["line"], item["excerpt"]) for item in done.report["findings"]]


def test_a_post_has_the_path_of_its_entry(desk):
    desk.write("export.zip", export(tar="<p>Tar.</p>\n<p>We utilize it.</p>", oars="<p>Ash, maybe.</p>"))
    found = [
        ("export.zip!/posts/1.oars.html", 1, "maybe"),
        ("export.zip!/posts/1.tar.html", 2, "utilize"),
    ]
    assert places(desk.json()) == found
    assert places(desk.json("export.zip")) == found
    assert "<p>We utilize it.</p>" in desk("check", "--color", "never").out
    again = desk.json("--no-cache", "--jobs", "2")
    assert places(again) == found


def test_the_index_follows_the_file(desk):
    desk.write("export.zip", export(tar="<p>We utilize it.</p>", oars="<p>Ash, maybe.</p>"))
    assert len(places(desk.json())) == 2
    desk.write("export.zip", export(tar="<p>We utilize it, it is said.</p>"))
    assert places(desk.json()) == [("export.zip!/posts/1.tar.html", 1, "utilize")]
    (desk.folder / "export.zip").unlink()
    assert places(desk.json()) == []


def test_a_configuration_names_the_file_or_the_entry(desk):
    desk.write("export.zip", export(tar="<p>We utilize it.</p>", oars="<p>We utilize ash.</p>"))
    config = desk.folder / "copydesk.yaml"
    plain = config.read_text()
    config.write_text(plain + "ignore: [{'export.zip': [house]}]\n")
    assert places(desk.json()) == []
    config.write_text(plain + "ignore: [{'export.zip!/posts/1.tar.html': [house]}]\n")
    assert [path for path, _, _ in places(desk.json())] == ["export.zip!/posts/1.oars.html"]
