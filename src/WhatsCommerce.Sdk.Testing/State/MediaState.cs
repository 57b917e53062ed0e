using WhatsCommerce.Testing.Judging.Media;

namespace WhatsCommerce.Testing;

/// <summary>The files that messages show: what is known of them in the state, their bytes in files of their own.</summary>
internal sealed class MediaState(MediaStore files, EmulatedAccounts accounts, StateFolder folder)
{
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    public IReadOnlyList<SavedMedia> Save()
    {
        EmulatedMedia[] all = files.All;
        foreach (EmulatedMedia media in all)
        {
            WriteFile(media);
        }

        foreach (string gone in _written.Except(all.Select(media => PathOf(media.Number)), StringComparer.Ordinal).ToArray())
        {
            File.Delete(gone);
            _written.Remove(gone);
        }

        return [.. all.Select(
            media => new SavedMedia(media.Number, media.MimeType, media.Sha256, media.At, media.FileName, media.Owner?.Id.Value))];
    }

    public void Restore(IReadOnlyList<SavedMedia> saved)
    {
        foreach (SavedMedia media in saved)
        {
            FileInfo file = new(PathOf(media.Id));

            // A file that is lost is one that the emulator no longer has.
            if (file.Exists && file.Length <= MediaUploadRules.MaxBytes)
            {
                files.Restore(new(media.Id)
                {
                    Content = File.ReadAllBytes(file.FullName),
                    MimeType = media.MimeType,
                    FileName = media.FileName,
                    Sha256 = media.Sha256,
                    At = media.At,
                    Owner = accounts.FindNumber(media.Owner),
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
