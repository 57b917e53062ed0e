namespace WhatsCommerce.Templates;

/// <summary>What the builders of templates whose header may be a text, a picture or a document have in common.</summary>
/// <typeparam name="TBuilder">The builder itself, which the setters return.</typeparam>
public abstract class MediaHeadedTemplateBuilder<TBuilder> : HeadedTemplateBuilder<TBuilder>
    where TBuilder : MediaHeadedTemplateBuilder<TBuilder>
{
    private protected MediaHeadedTemplateBuilder(TemplateDraft draft)
        : base(draft) { }

    /// <summary>Sets a picture above the body; which one, each message says.</summary>
    /// <param name="exampleHandle">The one that reviewers see: the handle of a resumable upload, such as <c>4::aW...</c>.</param>
    public TBuilder ImageHeader(string? exampleHandle) =>
        Header(new TemplateHeader(TemplateHeaderFormat.Image, exampleHandle: exampleHandle));

    /// <summary>Sets a document above the body; which one, each message says.</summary>
    /// <param name="exampleHandle">The one that reviewers see: the handle of a resumable upload of a PDF file.</param>
    public TBuilder DocumentHeader(string? exampleHandle) =>
        Header(new TemplateHeader(TemplateHeaderFormat.Document, exampleHandle: exampleHandle));

    /// <summary>Adds a button that answers with its own text.</summary>
    /// <param name="text">Its label, at most <see cref="TemplateLimits.ButtonText"/> characters.</param>
    public TBuilder QuickReplyButton(string? text) => Add(new TemplateButtonDefinition(TemplateButtonType.QuickReply, text));
}
