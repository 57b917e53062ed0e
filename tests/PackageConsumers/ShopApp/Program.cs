// A web app that sells a cart by Stripe's local server. Exit code 0 says that it did.
using Sales;
using WhatsCommerce.Testing;

await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync();
await using LocalStripe stripe = await LocalStripe.StartAsync();
return await new Sale(cloud, stripe).PlayAsync(storefront => storefront.AddStripe(options =>
{
    options.SecretKey = stripe.ApiKey;
    options.WebhookSecrets = [stripe.WebhookSecret];
    options.BaseAddress = stripe.BaseAddress;
    options.AllowTestKeys = true;
}));
