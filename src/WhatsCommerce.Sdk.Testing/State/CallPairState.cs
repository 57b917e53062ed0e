namespace WhatsCommerce.Testing;

/// <summary>Which numbers may call a customer, and how often they have asked and called.</summary>
internal sealed class CallPairState(EmulatedAccounts accounts)
{
    public static IReadOnlyList<SavedCallPair>? Save(EmulatedCustomer customer)
    {
        SavedCallPair[] pairs =
        [
            .. customer.CallPairs(static (number, pair) => pair.IsEmpty ? null : new SavedCallPair(
                number.Id.Value!, pair.Permission(DateTimeOffset.MinValue), [.. pair.Requests], [.. pair.Connected], pair.Unanswered)
            {
                ExpiresAt = pair.ExpiresAt,
            }).OfType<SavedCallPair>(),
        ];
        return pairs.Length > 0 ? pairs : null;
    }

    // Those of a number that a test had added are gone with it.
    public void Restore(EmulatedCustomer customer, IReadOnlyList<SavedCallPair>? saved)
    {
        foreach (SavedCallPair pair in saved ?? [])
        {
            if (accounts.FindNumber(pair.Number) is { } number)
            {
                customer.RestoreCalls(number, restored =>
                    restored.Restore(pair.Permission, pair.ExpiresAt, pair.Requests, pair.Connected, pair.Unanswered));
            }
        }
    }
}
