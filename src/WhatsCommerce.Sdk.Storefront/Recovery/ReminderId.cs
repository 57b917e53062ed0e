namespace WhatsCommerce.Storefronts;

/// <summary>The id of one reminder, which is part of its link, its buttons and its callback data.</summary>
/// <remarks>
/// Created by the storefront from 160 random bits. A null, empty or blank value means absent, and equals <see langword="default"/>.
/// </remarks>
[Id]
public readonly partial record struct ReminderId;
