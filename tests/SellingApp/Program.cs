// A shop, compiled ahead of time, that sells a cart by PayPal's local server. Exit code 0 says that it did.
using Sales;
using WhatsCommerce.Testing;

await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync();
await using LocalPayPal paypal = await LocalPayPal.StartAsync();
return await new Sale(cloud, paypal).PlayAsync(storefront =>
{
    storefront.AddPayPal(options =>
    {
        options.ClientId = paypal.ClientId;
        options.ClientSecret = paypal.ClientSecret;
        options.WebhookIds = [paypal.WebhookId];
        options.BaseAddress = paypal.BaseAddress;
        options.UseSandbox = true;
        options.AllowTestKeys = true;
    });
    paypal.AddTrust(storefront.Services);
});
