namespace WhatsCommerce.Emulator;

/// <summary>The example shop, used when no other catalog is given.</summary>
internal static class ExampleCatalog
{
    /// <summary>Gets its items, in the format that <c>--catalog</c> reads.</summary>
    public static string Content { get; } = Read();

    private static string Read()
    {
        using Stream stream = typeof(ExampleCatalog).Assembly.GetManifestResourceStream("example-catalog.json")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
