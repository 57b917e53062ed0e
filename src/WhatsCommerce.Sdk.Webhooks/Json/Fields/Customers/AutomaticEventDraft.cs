namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>automatic_events[]</c>.</summary>
internal struct AutomaticEventDraft : IItemDraft
{
    private string? _messageId;
    private string? _name;
    private DateTimeOffset? _timestamp;
    private string? _clickId;
    private Money? _value;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        2 when member.Is("id"u8) => r.TryId(out _messageId),
        9 when member.Is("timestamp"u8) => r.TryTimestamp(out _timestamp),
        9 when member.Is("ctwa_clid"u8) => r.TryId(out _clickId),
        10 when member.Is("event_name"u8) => r.TryString(out _name),
        11 when member.Is("custom_data"u8) && r.IsObject => TakeValue(ref r, ref rest),
        _ => false,
    };

    public readonly WebhookEvent ToEvent(in EventHead head, in ItemArray items, ref Contacts contacts)
    {
        return new AutomaticEvent(head with
        {
            Timestamp = _timestamp ?? head.Timestamp,
        })
        {
            MessageId = _messageId,
            Name = new(_name),
            ClickId = _clickId,
            Value = _value,
        };
    }

    private bool TakeValue(ref JsonMemberReader r, ref Rest rest)
    {
        decimal? amount = null;
        string? currency = null;
        MemberSlice amountSlice = default;
        MemberSlice currencySlice = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("value"u8) && r.TryDecimal(out amount))
            {
                amountSlice = r.Slice(member, "custom_data.");
            }
            else if (member.Is("currency"u8) && r.TryWord(out currency))
            {
                currencySlice = r.Slice(member, "custom_data.");
            }
            else
            {
                r.Keep(member, ref rest, "custom_data.");
            }
        }

        if (amount is not null && !string.IsNullOrWhiteSpace(currency))
        {
            _value = new Money(amount.Value, currency);
        }
        else
        {
            // A number without a currency is no amount, nor is a currency without a number: both stay as they came.
            rest.AddIfPresent(amountSlice);
            rest.AddIfPresent(currencySlice);
        }

        return true;
    }
}
