namespace WhatsCommerce.Storefronts;

/// <summary>Represents the ways to pay one attempt in Brazil, created by the shop's payment service provider; at least one.</summary>
public sealed record PixOffer
{
    /// <summary>Gets the Pix code with its account; <see langword="null"/> for none.</summary>
    public PaymentSetting? Pix { get; init; }

    /// <summary>Gets the bank slip, <see cref="PaymentSetting.Boleto"/>; <see langword="null"/> for none.</summary>
    public PaymentSetting? Boleto { get; init; }

    /// <summary>Gets the link to a page, <see cref="PaymentSetting.Link(string)"/>; <see langword="null"/> for none.</summary>
    public PaymentSetting? Link { get; init; }
}
