namespace AspireHost;

/// <summary>The shop with all its dependencies: PostgreSQL, RabbitMQ, and the local WhatsApp Cloud API instead of Meta.</summary>
internal static class ShopModel
{
    public const string Shop = "../AspireShop/AspireShop.csproj";
    public const string Emulator = "../../src/WhatsCommerce.Emulator/WhatsCommerce.Emulator.csproj";

    public static void AddShop(this IDistributedApplicationBuilder builder)
    {
        IResourceBuilder<PostgresDatabaseResource> database = builder.AddPostgres("postgres").AddDatabase("shop-database", "shop");
        IResourceBuilder<RabbitMQServerResource> broker = builder.AddRabbitMQ("rabbitmq");

        // In your own app: builder.AddWhatsCommerceEmulator(), which runs the emulator as a .NET tool.
        IResourceBuilder<WhatsCommerceEmulatorResource> whatsapp = builder.AddWhatsCommerceEmulator("whatsapp", Emulator);

        builder.AddProject("shop", Shop)
            .WithHttpEndpoint()
            .WithReplicas(2)
            .WithReference(whatsapp)
            .WithEnvironment("WhatsCommerce__Pacing__MessagesPerSecond", "80")
            .WithReference(database, connectionName: "shop")
            .WithReference(broker)
            .WaitFor(database)
            .WaitFor(broker)
            .WaitFor(whatsapp);
    }
}
