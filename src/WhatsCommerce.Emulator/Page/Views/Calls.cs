namespace WhatsCommerce.Emulator;

/// <summary>A call that is under way, and whether the business may call.</summary>
internal sealed record CallsJson(string Permission, DateTimeOffset? Until, CallJson? Call)
{
    public static CallsJson Of(EmulatedCustomer customer) => new(
        customer.CallPermission switch
        {
            EmulatedCallPermission.Temporary => "temporary",
            EmulatedCallPermission.Permanent => "permanent",
            _ => "none",
        },
        customer.CallPermissionExpiresAt,
        customer.Call is { } call ? new(call.Id, call.IsFromCustomer, call.AnsweredAt) : null);
}

internal sealed record CallJson(string Id, bool IsFromCustomer, DateTimeOffset? AnsweredAt);

internal sealed record CallingJson(bool IsEnabled, bool ShowsButton)
{
    public static CallingJson Of(EmulatedNumber number) => new(number.IsCallingEnabled, number.ShowsCallButton);
}
