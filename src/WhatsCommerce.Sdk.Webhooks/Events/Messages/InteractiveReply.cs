using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>What a customer pressed, chose or filled in (<c>messages[].interactive</c> or <c>messages[].button</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/interactive and .../button.</remarks>
public sealed record InteractiveReply
{
    /// <summary>The member that holds the answer: <c>button_reply</c>, <c>list_reply</c>, <c>nfm_reply</c> ..., or <c>button</c> for a template's button.</summary>
    public string? Kind { get; init; }

    /// <summary><c>id</c> of the button or row, or <c>payload</c> of a template's button: what the business gave it.</summary>
    public string? Id { get; init; }

    /// <summary><c>title</c> of the button or row, <c>text</c> of a template's button, <c>body</c> of a form: what the customer saw.</summary>
    public string? Title { get; init; }

    /// <summary><c>description</c> of the row.</summary>
    public string? Description { get; init; }

    /// <summary><c>name</c> of the form, such as <c>flow</c> or <c>address_message</c>.</summary>
    public string? Name { get; init; }

    /// <summary><c>response_json</c> of the form: the answers as a JSON text, not yet parsed.</summary>
    public string? ResponseJson { get; init; }

    /// <summary>The members that no property holds.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Member("Kind", Kind);
        return true;
    }
}
