namespace WhatsCommerce.RaceShop;

/// <summary>The providers that the race knows.</summary>
internal static class RaceProvider
{
    public static void Use(WhatsCommerceStorefrontBuilder shop, string provider, IConfigurationSection section)
    {
        switch (provider)
        {
            case "stripe":
                shop.AddStripe(section);
                break;
            case "paypal":
                shop.AddPayPal(section);
                break;
            default:
                shop.AddRazorpay(section);
                break;
        }
    }
}
