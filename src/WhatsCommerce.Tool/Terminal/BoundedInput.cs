namespace WhatsCommerce.Tool.Terminal;

/// <summary>Reads files and the standard input, up to a limit.</summary>
internal static class BoundedInput
{
    /// <summary>What stands for the standard input, in place of a file.</summary>
    public const string StandardInput = "-";

    /// <summary>Reads a file, or the standard input for <c>-</c>.</summary>
    /// <exception cref="CannotRunException">It cannot be read, or has more bytes.</exception>
    public static async Task<byte[]> ReadAsync(ToolConsole console, string path, int maxBytes, CancellationToken cancellationToken)
    {
        try
        {
            Stream stream = path == StandardInput ? console.Input : File.OpenRead(path);
            await using (stream.ConfigureAwait(false))
            {
                return await ReadAsync(stream, path, maxBytes, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CannotRunException($"{path} cannot be read: {exception.Message}");
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream, string path, int maxBytes, CancellationToken cancellationToken)
    {
        using MemoryStream content = new();
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (content.Length + read > maxBytes)
            {
                throw new CannotRunException(
                    FormattableString.Invariant($"{path} has more than {maxBytes:#,0} bytes, which is the most that is read of it."));
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}
