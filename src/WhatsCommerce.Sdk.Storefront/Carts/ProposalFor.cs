namespace WhatsCommerce.Storefronts;

/// <summary>The customer to whom a cart is proposed.</summary>
internal sealed record ProposalFor(CustomerKey Customer, Recipient To, PhoneNumberId PhoneNumberId, string? Language);
