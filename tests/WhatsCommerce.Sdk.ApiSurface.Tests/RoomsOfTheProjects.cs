using WhatsCommerce.Tests.References;

namespace WhatsCommerce.Tests;

/// <summary>The rooms of every package, one per folder below the project. <see cref="RoomsOfTheClient"/> asks more of the client.</summary>
public sealed class RoomsOfTheProjects
{
    // The emulator's command is a program; it starts with its commands, which use what stands beside it.
    // The rooms of the storefront change rows of one another in one step: they are chapters of one text, not layers.
    public static TheoryData<string> Packages =>
    [
        Layers.Primitives,
        Layers.Sdk,
        Layers.Webhooks,
        Layers.AspNetCore,
        Layers.PostgreSql,
        Layers.RabbitMq,
        Layers.Sqlite,
        Layers.Testing,
    ];

    [Theory, MemberData(nameof(Packages))]
    public void Rooms_StandInNoCircle(string project) => Assert.Empty(Rooms.Circle(Rooms.Uses(project)));

    [Theory, MemberData(nameof(Packages))]
    public void Types_HaveNamesOfTheirOwn(string project) => Assert.Empty(Rooms.Of(project).DeclaredTwice);
}
