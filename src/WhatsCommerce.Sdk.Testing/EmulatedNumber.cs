namespace WhatsCommerce.Testing;

/// <summary>A business phone number, and the token that may send from it.</summary>
internal sealed record EmulatedNumber(PhoneNumberId Id, PhoneNumber PhoneNumber, string AccessToken)
{
    public override string ToString() => Id.ToString();
}
