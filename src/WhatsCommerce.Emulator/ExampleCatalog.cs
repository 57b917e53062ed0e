namespace WhatsCommerce.Emulator;

/// <summary>The shop that is there when no other catalog is given.</summary>
internal static class ExampleCatalog
{
    /// <summary>Its items, in the form that <c>--catalog</c> reads.</summary>
    public static string Content { get; } = Read();

    private static string Read()
    {
        using Stream stream = typeof(ExampleCatalog).Assembly.GetManifestResourceStream("example-catalog.json")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
