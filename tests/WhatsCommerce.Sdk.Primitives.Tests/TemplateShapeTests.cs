namespace WhatsCommerce.Sdk.Primitives.Tests;

/// <summary>What a template asks for, as text.</summary>
public class TemplateShapeTests
{
    private static readonly TemplateSlot Body = new()
    {
        Component = "body",
        Parameters = [new("text"), new("text")],
    };

    private static readonly TemplateSlot Button = new() { Component = "button", ButtonType = "url", IsRequired = false };

    [Fact]
    public void ToString_NothingToFillIn_SaysSo() => Assert.Equal(
        "order_update (en_US): nothing to fill in", new TemplateShape { Name = "order_update", Language = "en_US" }.ToString());

    [Fact]
    public void ToString_Slots_AreListedWithTheirParameters() => Assert.Equal(
        "order_update (en_US): body {{1}}, {{2}}; url button 0 (optional)",
        new TemplateShape { Name = "order_update", Language = "en_US", Slots = [Body, Button] }.ToString());

    [Fact]
    public void ToString_Cards_AreListedBehindTheSlots() => Assert.Equal(
        "fruit (en_US): body {{1}}, {{2}}; card 0: url button 0 (optional); card 1: body {{1}}, {{2}}, url button 0 (optional)",
        new TemplateShape { Name = "fruit", Language = "en_US", Slots = [Body], Cards = [[Button], [Body, Button]] }.ToString());

    [Fact]
    public void ToString_CardsAlone_BeginWithTheFirst() => Assert.Equal(
        "fruit (en_US): card 0: url button 0 (optional); card 1: url button 0 (optional)",
        new TemplateShape { Name = "fruit", Language = "en_US", Cards = [[Button], [Button]] }.ToString());
}
