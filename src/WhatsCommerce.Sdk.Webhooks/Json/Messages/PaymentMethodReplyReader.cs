namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>payment_method</c>.</summary>
internal static class PaymentMethodReplyReader
{
    public static PaymentMethodReply Read(ref JsonMemberReader r)
    {
        string? method = null;
        string? referenceId = null;
        string? lastFourDigits = null;
        string? credentialId = null;
        DateTimeOffset? chosenAt = null;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            bool taken = member.Name.Length switch
            {
                12 when member.Is("reference_id"u8) => r.TryId(out referenceId),
                13 when member.Is("credential_id"u8) => r.TryId(out credentialId),
                14 when member.Is("payment_method"u8) => r.TryString(out method),
                16 when member.Is("last_four_digits"u8) => r.TryString(out lastFourDigits),
                17 when member.Is("payment_timestamp"u8) => r.TryTimestamp(out chosenAt),
                _ => false,
            };
            if (!taken)
            {
                r.Keep(member, ref rest);
            }
        }

        return new PaymentMethodReply
        {
            Method = method,
            ChosenAt = chosenAt,
            ReferenceId = referenceId,
            LastFourDigits = lastFourDigits,
            CredentialId = credentialId,
            AdditionalProperties = rest.ToProperties(r.Body),
        };
    }
}
