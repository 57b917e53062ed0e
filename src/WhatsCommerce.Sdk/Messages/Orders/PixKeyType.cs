namespace WhatsCommerce.Messages;

/// <summary>The type of key that identifies a Pix account.</summary>
/// <remarks>Source: Meta, payments/payments-br/offsite-pix, <c>key_type</c>.</remarks>
public enum PixKeyType
{
    /// <summary>No key.</summary>
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
