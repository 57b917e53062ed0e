namespace WhatsCommerce.Media;

/// <summary>What a file is used for, which decides how large it may be.</summary>
public enum MediaKind
{
    /// <summary>A sound.</summary>
    Audio,

    /// <summary>A document.</summary>
    Document,

    /// <summary>A picture.</summary>
    Image,

    /// <summary>A sticker.</summary>
    Sticker,

    /// <summary>A video.</summary>
    Video,
}
