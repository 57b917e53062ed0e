namespace WhatsCommerce.Sdk.Storefront.Assistants.Tests;

/// <summary>Where an attacker writes what the model reads.</summary>
public enum InjectedPlace
{
    ProductName,
    ProductDescription,
    Message,
    Caption,
}
