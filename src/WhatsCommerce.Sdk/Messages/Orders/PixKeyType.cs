namespace WhatsCommerce.Messages;

/// <summary>What kind of key a Pix account is known by.</summary>
/// <remarks>Source: Meta, payments/payments-br/offsite-pix, <c>key_type</c>.</remarks>
public enum PixKeyType
{
    /// <summary>None was given.</summary>
    None = 0,

    /// <summary>A person's tax number (<c>CPF</c>).</summary>
    Cpf,

    /// <summary>A company's tax number (<c>CNPJ</c>).</summary>
    Cnpj,

    /// <summary>An e-mail address (<c>EMAIL</c>).</summary>
    Email,

    /// <summary>A phone number (<c>PHONE</c>).</summary>
    Phone,

    /// <summary>A random key (<c>EVP</c>).</summary>
    RandomKey,
}
