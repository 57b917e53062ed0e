namespace WhatsCommerce.Tool.Terminal;

/// <summary>The colors of the output, as the numbers of ANSI's escape sequences.</summary>
internal enum Shade
{
    /// <summary>The default color.</summary>
    None = 0,

    /// <summary>Something is wrong.</summary>
    Red = 31,

    /// <summary>All is well.</summary>
    Green = 32,

    /// <summary>Something to look at.</summary>
    Yellow = 33,

    /// <summary>Of little weight.</summary>
    Gray = 90,
}
