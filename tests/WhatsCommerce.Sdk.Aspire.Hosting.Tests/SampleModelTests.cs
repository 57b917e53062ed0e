using AspireHost;

namespace WhatsCommerce.Sdk.Aspire.Hosting.Tests;

/// <summary>
/// The model of samples/AspireHost: two instances of a shop with PostgreSQL, RabbitMQ and the emulator. Nothing is started.
/// </summary>
public class SampleModelTests
{
    [Fact]
    public async Task AddShop_Resources_AreAllThatTheShopNeeds()
    {
        await using AppHostModel model = new(static builder => builder.AddShop());

        Assert.IsType<PostgresServerResource>(model.Find<IResource>("postgres"));
        Assert.Equal("shop", model.Find<PostgresDatabaseResource>("shop-database").DatabaseName);
        Assert.IsType<RabbitMQServerResource>(model.Find<IResource>("rabbitmq"));
        Assert.IsType<WhatsCommerceEmulatorResource>(model.Find<IResource>("whatsapp"));
        Assert.Equal(2, model.Find<ProjectResource>("shop").Annotations.OfType<ReplicaAnnotation>().Single().Replicas);
    }

    [Fact]
    public async Task AddShop_Environment_NamesDatabaseBrokerAndEmulator()
    {
        await using AppHostModel model = new(static builder => builder.AddShop());

        IReadOnlyDictionary<string, string> environment = await model.EnvironmentOfAsync("shop");

        Assert.Contains("Database=shop", environment["ConnectionStrings__shop"], StringComparison.Ordinal);
        Assert.StartsWith("amqp://", environment["ConnectionStrings__rabbitmq"], StringComparison.Ordinal);
        Assert.Equal("http://localhost:5180/", environment["WhatsCommerce__BaseAddress"]);
    }

    [Fact]
    public async Task AddShop_Callback_IsTheShops()
    {
        await using AppHostModel model = new(static builder => builder.AddShop());
        EndpointAnnotation endpoint =
            model.Find<ProjectResource>("shop").Annotations.OfType<EndpointAnnotation>().Single(one => one.Name == "http");

        string[] arguments = await model.ArgumentsOfAsync("whatsapp");

        Assert.Equal($"{endpoint.AllocatedEndpoint!.UriString}/webhooks/whatsapp", arguments[Array.IndexOf(arguments, "--callback") + 1]);
    }

    [Fact]
    public async Task AddShop_Shop_WaitsForWhatItNeeds()
    {
        await using AppHostModel model = new(static builder => builder.AddShop());

        Assert.Superset(
            new HashSet<string> { "shop-database", "rabbitmq", "whatsapp" },
            model.Find<ProjectResource>("shop").Annotations.OfType<WaitAnnotation>().Select(wait => wait.Resource.Name).ToHashSet());
    }

    [Theory]
    [InlineData(ShopModel.Shop)]
    [InlineData(ShopModel.Emulator)]
    public void AddShop_Projects_Exist(string path) => Assert.True(File.Exists(Path.Combine(AppHostModel.Folder, path)), path);
}
