using CornerShop;

ShopApp.Create(args).Run();
