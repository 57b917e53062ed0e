namespace WhatsCommerce.Templates;

/// <summary>The base class of builders of templates with a text, picture or document header.</summary>
/// <typeparam name="TBuilder">The builder itself, which the setters return.</typeparam>
public abstract class MediaHeadedTemplateBuilder<TBuilder> : HeadedTemplateBuilder<TBuilder>
    where TBuilder : MediaHeadedTemplateBuilder<TBuilder>
{
    private protected MediaHeadedTemplateBuilder(TemplateDraft draft)
        : base(draft) { }

    /// <summary>Sets a picture header; each message sets the picture.</summary>
    /// <param name="exampleHandle">The example for Meta's review: the handle of a resumable upload, such as <c>4::aW...</c>.</param>
    public TBuilder ImageHeader(string? exampleHandle) =>
        Header(new TemplateHeader(TemplateHeaderFormat.Image, exampleHandle: exampleHandle));

    /// <summary>Sets a document header; each message sets the document.</summary>
    /// <param name="exampleHandle">The example for Meta's review: the handle of a resumable upload of a PDF file.</param>
    public TBuilder DocumentHeader(string? exampleHandle) =>
        Header(new TemplateHeader(TemplateHeaderFormat.Document, exampleHandle: exampleHandle));

    /// <summary>Adds a quick reply button, which sends its label as a reply.</summary>
    /// <param name="text">Its label, at most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    public TBuilder QuickReplyButton(string? text) => Add(new TemplateButtonDefinition(TemplateButtonType.QuickReply, text));
}
