using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>A template was edited (<c>message_template_components_update</c>): all of it, as it is now.</summary>
/// <remarks>Source: Meta, webhooks/reference/message_template_components_update.</remarks>
public sealed record TemplateComponentsEvent : TemplateEvent
{
    /// <summary>Makes one, for tests of your own.</summary>
    public TemplateComponentsEvent()
    {
    }

    internal TemplateComponentsEvent(in EventHead head)
        : base(head)
    {
    }

    /// <summary><c>message_template_title</c>: the text of its header.</summary>
    public string? Header { get; init; }

    /// <summary><c>message_template_element</c>.</summary>
    public string? Body { get; init; }

    /// <summary><c>message_template_footer</c>.</summary>
    public string? Footer { get; init; }

    /// <summary><c>message_template_buttons</c>, in the order shown.</summary>
    public IReadOnlyList<TemplateButton> Buttons { get; init; } = [];

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Member("Buttons", Buttons.Count);
        return true;
    }
}
