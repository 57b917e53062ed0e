namespace WhatsCommerce.Tests;

/// <summary>What Meta calls the states, kinds and reasons of templates, and what a message must bring.</summary>
public class TemplateWordTests
{
    [Theory, InlineData("approved"), InlineData("Approved"), InlineData("APPROVED")]
    public void Status_InAnyCase_IsTheSame(string word)
    {
        TemplateStatus status = word;

        Assert.Equal(TemplateStatus.Approved, status);
        Assert.True(status.IsKnown);
    }

    [Fact]
    public void Words_ThatAreNotListed_AreKept()
    {
        Assert.Equal(("NEWLY_INVENTED", false), (new TemplateStatus("NEWLY_INVENTED").Value, new TemplateStatus("NEWLY_INVENTED").IsKnown));
        Assert.Equal(
            ("NEWLY_INVENTED", false), (new TemplateCategory("newly_invented").Value, new TemplateCategory("newly_invented").IsKnown));
        Assert.Equal(
            ("NEWLY_INVENTED", false), (new TemplateQuality("newly_invented").Value, new TemplateQuality("newly_invented").IsKnown));
        Assert.Equal(
            ("NEWLY_INVENTED", false),
            (new TemplateRejectionReason("newly_invented").Value, new TemplateRejectionReason("newly_invented").IsKnown));
        Assert.Equal(
            ("NEWLY_INVENTED", false), (new TemplateButtonType("newly_invented").Value, new TemplateButtonType("newly_invented").IsKnown));
    }

    [Theory, InlineData(null), InlineData(""), InlineData(" ")]
    public void Words_ThatAreBlank_AreAbsent(string? word)
    {
        Assert.Equal(default, new TemplateStatus(word));
        Assert.False(new TemplateCategory(word).HasValue);
        Assert.Equal("", new TemplateButtonType(word).ToString());
    }

    [Fact]
    public void Shape_MadeByHand_TellsWhatAMessageNeeds()
    {
        TemplateShape shape = new()
        {
            Name = "order_shipped",
            Language = "en",
            Slots =
            [
                new TemplateSlot { Component = "header", Parameters = [new TemplateSlotParameter("image")] },
                new TemplateSlot
                {
                    Component = "body",
                    Parameters = [new TemplateSlotParameter("text", "first_name"), new TemplateSlotParameter("text", "order")]
                },
                new TemplateSlot
                {
                    Component = "button",
                    ButtonType = "url",
                    ButtonIndex = 1,
                    Parameters = [new TemplateSlotParameter("text")]
                },
            ],
        };

        Assert.Equal("order_shipped (en): header image; body {{first_name}}, {{order}}; url button 1 {{1}}", shape.ToString());
    }

    [Fact]
    public void Shape_ListsThatWereGiven_AreCopied()
    {
        List<TemplateSlot> slots = [];
        TemplateShape shape = new() { Name = "a", Language = "en", Slots = slots };

        slots.Add(new TemplateSlot { Component = "body" });

        Assert.Empty(shape.Slots);
        Assert.Equal("a (en): nothing to fill in", shape.ToString());
    }
}
