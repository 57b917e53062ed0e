using System.Security.Cryptography;
using System.Text;

namespace WhatsCommerce.Testing;

/// <summary>A business phone number, and the token that may send from it.</summary>
internal sealed class EmulatedNumber(PhoneNumberId id, PhoneNumber phoneNumber, string accessToken, EmulatedAccount account)
{
    private readonly byte[] _token = Encoding.UTF8.GetBytes(accessToken);

    public PhoneNumberId Id => id;

    public PhoneNumber PhoneNumber => phoneNumber;

    /// <summary>The WhatsApp Business account that the number belongs to.</summary>
    public EmulatedAccount Account => account;

    public bool HasToken(string token) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), _token);

    public override string ToString() => id.ToString();
}
