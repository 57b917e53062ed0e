namespace WhatsCommerce.Tool.Terminal;

/// <summary>Reads files and standard input up to a size limit.</summary>
internal static class BoundedInput
{
    /// <summary>The file name that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Reads a file, or the standard input for <c>-</c>.</summary>
    /// <exception cref="CannotRunException">The file cannot be read, or exceeds the limit.</exception>
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
