namespace WhatsCommerce.Testing;

/// <summary>A participant of a group, or a customer who requested to join, as known by the business.</summary>
/// <param name="WaId">The digits of the phone number; <see langword="null"/> if it is hidden.</param>
/// <param name="UserId">The user id.</param>
internal sealed record GroupPerson(string? WaId, string UserId)
{
    public static GroupPerson Of(EmulatedCustomer customer) =>
        new(customer.ShowsPhoneNumber ? customer.PhoneNumber.Digits : null, customer.UserId.Value!);

    public Recipient Address => WaId is null ? UserId : "+" + WaId;

    /// <summary>Whether an address that the business writes is this customer's.</summary>
    public bool Is(string address) => address.TrimStart('+') == WaId || address == UserId;

    public bool IsSame(GroupPerson other) => other.UserId == UserId;

    public void Write(Utf8JsonWriter json, bool withUserId)
    {
        if (WaId is not null)
        {
            json.WriteString("wa_id", WaId);
        }

        if (withUserId || WaId is null)
        {
            json.WriteString("user_id", UserId);
        }
    }
}

/// <summary>Somebody who asked to join.</summary>
internal sealed record GroupApplicant(string Id, long Number, GroupPerson Person, DateTimeOffset At);
