namespace WhatsCommerce.Messages;

/// <summary>A button that sends an answer of yours back when the customer taps it.</summary>
public sealed class ReplyButton
{
    internal ReplyButton(string id, string title)
    {
        Id = id;
        Title = title;
    }

    /// <summary>What the answer carries; the customer does not see it.</summary>
    public string Id { get; }

    /// <summary>What the button says.</summary>
    public string Title { get; }
}
