namespace WhatsCommerce.Messages;

/// <summary>Builds one card of a media carousel. See <see cref="MediaCarouselMessageBuilder.Card"/>.</summary>
public sealed class MediaCardBuilder
{
    private readonly List<ReplyButton> _quickReplies = [];
    private MessageHeader? _header;
    private string? _body;
    private string? _displayText;
    private string? _url;
    private bool _hasUrl;

    internal MediaCardBuilder() { }

    /// <summary>Sets the picture of the card; replaces a video.</summary>
    /// <param name="image">JPEG or PNG.</param>
    public MediaCardBuilder Image(MediaSource image)
    {
        _header = MessageHeader.Image(image);
        return this;
    }

    /// <summary>Sets the video of the card; replaces a picture.</summary>
    /// <param name="video">MP4 or 3GP.</param>
    public MediaCardBuilder Video(MediaSource video)
    {
        _header = MessageHeader.Video(video);
        return this;
    }

    /// <summary>Sets the text of the card.</summary>
    /// <param name="text">
    /// At most <see cref="MessageLimits.CardBody"/> characters and <see cref="MessageLimits.CardBodyLineBreaks"/> line breaks; null or
    /// empty for none.
    /// </param>
    public MediaCardBuilder Body(string? text)
    {
        _body = string.IsNullOrEmpty(text) ? null : text;
        return this;
    }

    /// <summary>Sets the button of the card, which opens a URL.</summary>
    /// <param name="displayText">The text of the button, at most <see cref="MessageLimits.ButtonTitle"/> characters.</param>
    /// <param name="url">An absolute http or https URL.</param>
    public MediaCardBuilder CallToAction(string? displayText, string? url)
    {
        _displayText = displayText;
        _url = url;
        _hasUrl = true;
        return this;
    }

    /// <summary>Adds a quick reply button; replaces a button that opens a URL.</summary>
    /// <param name="id">
    /// The id in the reply, at most <see cref="MessageLimits.ReplyButtonId"/> characters; make it identify the card as well.
    /// </param>
    /// <param name="title">The text of the button, at most <see cref="MessageLimits.ButtonTitle"/> characters.</param>
    public MediaCardBuilder QuickReply(string? id, string? title)
    {
        _quickReplies.Add(new ReplyButton(id ?? "", title ?? ""));
        return this;
    }

    /// <summary>Whether two cards have the same kind and number of buttons, which Meta requires of all cards.</summary>
    internal bool HasButtonsLike(MediaCardBuilder other) => _hasUrl == other._hasUrl && _quickReplies.Count == other._quickReplies.Count;

    internal void Validate(Violations violations, int index)
    {
        WirePath card = new("interactive.action.cards[{0}]", index);
        if (_header is null)
        {
            violations.Add(card.Below(".header"), ViolationRule.Required, "Each card needs a picture or a video.");
        }

        _header?.Validate(violations, card.Below(".header"));
        ValidateBody(violations, card.Below(".body.text"));
        switch (_hasUrl, _quickReplies.Count)
        {
            case (false, 0):
                violations.Add(
                    card.Below(".action"), ViolationRule.Required, "Each card needs a button: CallToAction, or one or more of QuickReply.");
                break;
            case (true, > 0):
                violations.Add(card.Below(".action"), ViolationRule.NotAllowed,
                    "A card has either a button that opens an address or quick replies, not both.");
                break;
        }

        if (_hasUrl)
        {
            violations.RequireText(
                card.Below(".action.parameters.display_text"), _displayText, MessageLimits.ButtonTitle, "The button's text");
            violations.RequireUrl(card.Below(".action.parameters.url"), _url, "The button");
        }

        HashSet<string> ids = [];
        for (int i = 0; i < _quickReplies.Count; i++)
        {
            WirePath reply = new("interactive.action.cards[{0}].action.buttons[{1}].quick_reply", index, i);
            violations.RequireReplyId(reply.Below(".id"), _quickReplies[i].Id, MessageLimits.ReplyButtonId, ids, "The button's id");
            violations.RequireText(reply.Below(".title"), _quickReplies[i].Title, MessageLimits.ButtonTitle, "The button's title");
        }
    }

    internal MediaCard Create() => new(_header!, _body, _displayText, _url is null ? null : new Uri(_url), [.. _quickReplies]);

    private void ValidateBody(Violations violations, WirePath path)
    {
        violations.AllowText(path, _body, MessageLimits.CardBody, "The card's body");
        int lineBreaks = _body.AsSpan().Count('\n');
        if (lineBreaks > MessageLimits.CardBodyLineBreaks)
        {
            violations.Add(path, ViolationRule.MaxCount,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The card's body has {lineBreaks} line breaks; at most {MessageLimits.CardBodyLineBreaks} are allowed. Join some "
                        + $"of its lines."),
                MessageLimits.CardBodyLineBreaks, lineBreaks);
        }
    }
}
