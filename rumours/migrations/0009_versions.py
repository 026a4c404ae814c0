from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("rumours", "0008_feeds")]

    operations = [
        migrations.CreateModel(
            name="Version",
            fields=[
                ("key", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("number", models.BigIntegerField()),
                ("changed", models.BigIntegerField(db_index=True)),
            ],
        ),
    ]
