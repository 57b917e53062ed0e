using AspireHost;

IDistributedApplicationBuilder builder = DistributedApplication.CreateBuilder(args);
builder.AddShop();
await builder.Build().RunAsync();
