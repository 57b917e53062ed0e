namespace WhatsCommerce.Storefronts;

/// <summary>Reads the word lists that lie beside this file.</summary>
internal static class WordFile
{
    /// <summary>Returns the lines that are neither empty nor comments.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        string resource = $"WhatsCommerce.Storefronts.Search.{name}";
        using Stream stream = typeof(WordFile).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing.");
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is string line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    public static string[] Entries(string line) =>
        line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
