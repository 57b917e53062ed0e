namespace WhatsCommerce.Media;

/// <summary>The use of a file, which determines its maximum size.</summary>
public enum MediaKind
{
    /// <summary>Audio.</summary>
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
