using Tenants;
using WhatsCommerce.Testing;
using WhatsCommerce.Webhooks;

bool demo = args.Contains("--demo");
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
DirectoryInfo? folder = demo ? Directory.CreateTempSubdirectory("tenants-") : null;
await using CloudApiEmulator? cloud = demo ? await CloudApiEmulator.StartAsync() : null;
if (demo)
{
    builder.WebHost.UseUrls("http://127.0.0.1:0");
    builder.Configuration.AddInMemoryCollection(Demo.Settings(cloud!, folder!));
}

// The settings for sending; numbers and tokens come from the tenants.
builder.Services.AddWhatsCommerce(builder.Configuration.GetSection("WhatsCommerce"));

// Onboarding adds tenants to the database, and webhooks look them up there.
string database = builder.Configuration.GetConnectionString("Tenants")
    ?? throw new InvalidOperationException("ConnectionStrings:Tenants is not set.");
builder.Services.AddSingleton(services => new TenantDatabase(database, services.GetRequiredService<TimeProvider>()));

// AppSecrets holds the secret of the provider's own Meta app. Tenants with their own app have their secret in the database.
builder.Services.AddWhatsCommerceWebhooks(builder.Configuration.GetSection("WhatsCommerce:Webhooks"))
    .UseSqlite(database)
    .UseTenants<TenantDatabase>(options => options.ForeignEvents = ForeignEvents.Refuse)
    .AddHandler<Answers>()
    .ForTenants(tenant => tenant is Shop { Plan: "concierge" }, concierge => concierge.AddHandler<Concierge>());

WebApplication app = builder.Build();
app.MapWhatsCommerceWebhooks("/webhooks/whatsapp");
app.MapWhatsCommerceWebhooks("/webhooks/{tenant}");

await app.Services.GetRequiredService<TenantDatabase>().CreateAsync();
await app.StartAsync();
if (cloud is null)
{
    await app.WaitForShutdownAsync();
    return 0;
}

int result = await Demo.PlayAsync(app.Services, new Uri(app.Urls.First()), cloud);
await app.StopAsync();
await app.DisposeAsync();
folder!.Delete(recursive: true);
return result;
