namespace WhatsCommerce.Storefronts;

/// <summary>Whom a cart is proposed to.</summary>
internal sealed record ProposalFor(CustomerKey Customer, Recipient To, PhoneNumberId PhoneNumberId, string? Language);
