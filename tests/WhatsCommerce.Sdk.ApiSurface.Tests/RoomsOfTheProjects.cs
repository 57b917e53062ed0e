using WhatsCommerce.Tests.References;

namespace WhatsCommerce.Tests;

/// <summary>The rooms of every package, one per folder below the project. <see cref="RoomsOfTheClient"/> asks more of the client.</summary>
public sealed class RoomsOfTheProjects
{
    // The rooms of the storefront change rows of one another in one step: they are chapters of one text, not layers. The assistant's
    // tools, replies and what is stored of a turn are chapters in the same way.
    public static TheoryData<string> Packages =>
    [
        Layers.Primitives,
        Layers.Sdk,
        Layers.Webhooks,
        Layers.AspNetCore,
        Layers.Flows,
        Layers.PostgreSql,
        Layers.RabbitMq,
        Layers.Sqlite,
        Layers.Stripe,
        Layers.StorefrontAspNetCore,
        Layers.AspireHosting,
        Layers.Testing,
        Layers.Emulator,
        Layers.Tool,
    ];

    public static TheoryData<string> All => [.. Layers.Projects];

    [Theory, MemberData(nameof(Packages))]
    public void Rooms_StandInNoCircle(string project) => Assert.Empty(Rooms.Circle(Rooms.Uses(project)));

    [Fact]
    public void Projects_OfTheRepository_AreAllLookedAt_ExceptTheNamedOnes() => Assert.Equal(
        [Layers.Storefront, Layers.Assistants], Layers.Projects.Except(Packages.Select(row => row.Data)));

    [Theory, MemberData(nameof(All))]
    public void Types_HaveNamesOfTheirOwn(string project) => Assert.Empty(Rooms.Of(project).DeclaredTwice);
}
