using System.Globalization;
using System.Text.Json;
using WhatsCommerce.Testing.Judging.Media;

namespace WhatsCommerce.Testing;

/// <summary>The files that messages show: what is known of them in the state, their bytes in files of their own.</summary>
internal sealed class MediaState(MediaStore files, EmulatedAccounts accounts, StateFolder folder) : IStateSection
{
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    public string Name => "media";

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        HashSet<string> kept = new(StringComparer.Ordinal);
        foreach (EmulatedMedia media in files.All)
        {
            json.WriteStartObject();
            json.WriteNumber("id", media.Number);
            json.WriteString("mimeType", media.MimeType);
            json.WriteOptional("fileName", media.FileName);
            json.WriteString("sha256", media.Sha256);
            json.WriteTime("at", media.At);
            json.WriteOptional("owner", media.Owner?.Id.Value);
            json.WriteEndObject();
            kept.Add(PathOf(media.Number));
            WriteFile(media);
        }

        json.WriteEndArray();
        foreach (string gone in _written.Except(kept, StringComparer.Ordinal).ToArray())
        {
            File.Delete(gone);
            _written.Remove(gone);
        }
    }

    public void Read(JsonElement section)
    {
        foreach (JsonElement item in section.EnumerateArray())
        {
            long number = item.Number("id");
            FileInfo file = new(PathOf(number));

            // A file that is lost is one that the emulator no longer has.
            if (file.Exists && file.Length <= MediaUploadRules.MaxBytes)
            {
                files.Restore(new(number)
                {
                    Content = File.ReadAllBytes(file.FullName),
                    MimeType = item.Text("mimeType"),
                    FileName = item.OptionalText("fileName"),
                    Sha256 = item.Text("sha256"),
                    At = item.Time("at"),
                    Owner = accounts.FindNumber(item.OptionalText("owner")),
                });
                _written.Add(file.FullName);
            }
        }
    }

    // What a file holds never changes, so that it is written once.
    private void WriteFile(EmulatedMedia media)
    {
        string path = PathOf(media.Number);
        if (_written.Contains(path))
        {
            return;
        }

        Directory.CreateDirectory(folder.Media);
        File.WriteAllBytes(path + ".new", media.Content.Span);
        File.Move(path + ".new", path, overwrite: true);
        _written.Add(path);
    }

    private string PathOf(long number) => Path.Combine(folder.Media, number.ToString(CultureInfo.InvariantCulture));
}
