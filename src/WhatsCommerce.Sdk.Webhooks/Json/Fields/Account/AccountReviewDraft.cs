namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>account_review_update</c>.</summary>
internal struct AccountReviewDraft : IValueDraft
{
    private string? _decision;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        8 when member.Is("decision"u8) => r.TryString(out _decision),
        _ => false,
    };

    public readonly WebhookEvent ToEvent(in EventHead head) => new AccountReviewEvent(head)
    {
        Decision = new(_decision),
    };
}
