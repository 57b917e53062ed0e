namespace WhatsCommerce.Messages;

/// <summary>Builds a document: a file, a caption and a file name.</summary>
/// <remarks>Source: Meta, messages/document-messages.</remarks>
public sealed class DocumentMessageBuilder : MediaMessageBuilder<DocumentMessage>
{
    private string? _caption;
    private string? _fileName;

    internal DocumentMessageBuilder(MediaSource source)
        : base("document", source) { }

    /// <summary>Sets the caption.</summary>
    /// <param name="text">At most <see cref="MessageLimits.MediaCaption"/> characters; null or empty for none.</param>
    public DocumentMessageBuilder Caption(string? text)
    {
        _caption = NullIfEmpty(text);
        return this;
    }

    /// <summary>Sets the file name that the customer sees; its extension decides the icon that is shown.</summary>
    /// <param name="fileName">At most <see cref="MessageLimits.DocumentFileName"/> characters; null or empty for none.</param>
    public DocumentMessageBuilder FileName(string? fileName)
    {
        _fileName = NullIfEmpty(fileName);
        return this;
    }

    private protected override void ValidateDetails(Violations violations)
    {
        violations.AllowText("document.caption", _caption, MessageLimits.MediaCaption, "The caption");
        violations.AllowText("document.filename", _fileName, MessageLimits.DocumentFileName, "The file name");
    }

    private protected override DocumentMessage Create() => new(Source, _caption, _fileName);
}
